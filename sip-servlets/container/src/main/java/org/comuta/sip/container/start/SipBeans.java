package org.comuta.sip.container.start;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipContainer;

/** Lets beans of the application inject the running container and its lanes. */
@Dependent
public class SipBeans {

  @Produces
  static SipContainer container() {
    return SipContainer.running();
  }

  @Produces
  static Lanes lanes() {
    return SipContainer.running().lanes();
  }
}
