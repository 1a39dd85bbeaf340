package org.comuta.routing;

import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;

/** Routes as a kind of configuration object; their fields say all that is to be checked. */
public final class RouteRules implements ObjectKind<Route> {
  private static final ObjectDescription<Route> DESCRIPTION = ObjectDescription.of(Route.class);

  @Override
  public ObjectDescription<Route> description() {
    return DESCRIPTION;
  }
}
