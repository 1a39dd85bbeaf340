package org.comuta.portal.access;

import java.io.Serializable;
import java.util.List;
import org.comuta.access.AccessRule;
import org.comuta.access.Action;
import org.comuta.access.Service;
import org.jspecify.annotations.Nullable;

/** A rule as typed. One view each. */
public class RuleModel implements Serializable {
  private static final long serialVersionUID = 1L;

  private Action action = Action.ALLOW;
  private String address = "";
  private Service[] services = Service.values();
  private String comment = "";

  /** A rule that is there. */
  static RuleModel of(AccessRule rule) {
    RuleModel model = new RuleModel();
    model.action = rule.action();
    model.address = rule.address();
    model.services = rule.services().toArray(Service[]::new);
    model.comment = rule.comment();
    return model;
  }

  /** The rule as typed, right or wrong. */
  public AccessRule rule() {
    return new AccessRule(action, address, List.of(services), comment);
  }

  public Action getAction() {
    return action;
  }

  public void setAction(Action action) {
    this.action = action;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address == null ? "" : address;
  }

  /** An array, because Faces finds out what is in it. */
  public Service[] getServices() {
    return services.clone();
  }

  public void setServices(Service @Nullable [] services) {
    this.services = services == null ? new Service[0] : services.clone();
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }
}
