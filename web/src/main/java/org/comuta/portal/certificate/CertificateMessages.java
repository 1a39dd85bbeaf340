package org.comuta.portal.certificate;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import org.comuta.certificate.CertificateOutcome;
import org.comuta.description.Problem;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Says what came of something, at the fields of a form where one is at fault. */
final class CertificateMessages {
  private CertificateMessages() {}

  /**
   * @param form prefix of the fields; empty where there is no form
   * @param done key of the text for when it is done
   */
  static void tell(Language language, String form, CertificateOutcome outcome, String done) {
    boolean good =
        switch (outcome) {
          case CertificateOutcome.Invalid invalid -> {
            invalid.problems().forEach(problem -> complain(language, form, problem));
            yield false;
          }
          case CertificateOutcome.InUse used -> {
            String text =
                new MessageFormat(language.text("certificates.isInUse"), language.getLocale())
                    .format(
                        new Object[] {
                          used.uses().isEmpty()
                              ? String.join(", ", used.interfaces())
                              : used.uses().getFirst()
                        });
            add(null, FacesMessage.SEVERITY_ERROR, text);
            yield false;
          }
          case CertificateOutcome.Done ignored -> true;
          case CertificateOutcome.Trusted ignored -> true;
          case CertificateOutcome.Deleted ignored -> true;
          case CertificateOutcome.Missing ignored -> true;
        };
    if (good) {
      add(null, FacesMessage.SEVERITY_INFO, language.text(done));
    }
    PrimeFaces.current().ajax().addCallbackParam("done", good);
  }

  static void complain(Language language, String form, Problem problem) {
    String key = "certificates.wrong." + problem.field() + "." + problem.code();
    String text = language.textOrKey(key);
    add(
        form.isEmpty() ? null : form + problem.field(),
        FacesMessage.SEVERITY_ERROR,
        text.equals(key) ? problem.message() : text);
  }

  private static void add(@Nullable String client, FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(client, new FacesMessage(severity, text, null));
  }
}
