package org.comuta.portal.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.comuta.cause.Cause;

/** What the form of a NAP shows beside its fields. One request only. */
@Named
@RequestScoped
public class NapForm {
  @Inject private FormPage form;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public NapForm() {}

  /** The causes after which the next route is tried, as far as they are known by name. */
  public List<Cause> getCauses() {
    List<String> typed = List.of(form.text("retryCauses").split("[,;\\s]+", -1));
    return Arrays.stream(Cause.values())
        .filter(cause -> typed.contains(Integer.toString(cause.value())))
        .toList();
  }
}
