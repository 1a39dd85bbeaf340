package org.comuta.identity;

import java.util.List;
import org.comuta.description.Catalogue;
import org.comuta.identity.directory.DirectoryRules;
import org.comuta.identity.provider.ProviderRules;

/** All kinds of settings: described like configuration objects, but they count at once. */
public final class SettingKinds {
  private static final Catalogue CATALOGUE =
      new Catalogue(List.of(new DirectoryRules(), new ProviderRules()));

  private SettingKinds() {}

  /** The kinds, in the order people should see them. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }
}
