package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateUse;
import org.comuta.certificate.ChainProblem;
import org.comuta.certificate.OwnCertificate;
import org.comuta.identity.Right;
import org.comuta.portal.table.Column.Width;

/** Certificates of ours, without their private keys. */
@ApplicationScoped
public class CertificatesTable extends MemoryTable<OwnCertificate> {
  /** Its name, the word of the API. */
  public static final String ID = "certificates";

  private static final String INTERFACE = "INTERFACE";
  private static final String REQUESTED = "REQUESTED";

  @Inject private CertificateBean certificates;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificatesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  List<OwnCertificate> all() {
    return certificates.all();
  }

  @Override
  public List<Column<OwnCertificate>> columns(Words words) {
    CertificateColumns<OwnCertificate> details =
        new CertificateColumns<>(words, OwnCertificate::certificate);
    String waiting = words.text("certificates.waiting");
    return List.of(
        Column.of(words, "name", "certificates.name", Filter.TEXT, OwnCertificate::name)
            .styled(one -> "strong"),
        details
            .subject()
            .shownAs(one -> one.certificate() == null ? waiting : one.certificate().subject()),
        details.validUntil(),
        Column.of(words, "state", "certificates.state", Filter.CHOICE, CertificatesTable::states)
            .width(Width.WIDE)
            .choices(choices(words))
            .tagged(one -> tags(one, words)),
        details.alternativeNames(),
        details.issuer(),
        details.validFrom(),
        details.key(),
        details.serialNumber(),
        details.fingerprint(),
        Column.of(
            words,
            "changedAt",
            "certificates.changedAt",
            Filter.MOMENT,
            OwnCertificate::changedAt));
  }

  /** Words for where it is shown, and why others may not accept it. */
  private static List<String> states(OwnCertificate one) {
    List<String> states = new ArrayList<>(one.uses().stream().map(CertificateUse::name).toList());
    if (!one.interfaces().isEmpty()) {
      states.add(INTERFACE);
    }
    if (one.requested()) {
      states.add(REQUESTED);
    }
    one.problems().forEach(problem -> states.add(problem.name()));
    return states;
  }

  private static List<Choice> choices(Words words) {
    List<Choice> choices =
        new ArrayList<>(words.choices("certificates.use.", CertificateUse.values()));
    choices.add(new Choice(INTERFACE, words.text("certificates.shown")));
    choices.add(new Choice(REQUESTED, words.text("certificates.isRequested")));
    choices.addAll(words.choices("certificates.problem.", ChainProblem.values()));
    return choices;
  }

  private static List<Tag> tags(OwnCertificate one, Words words) {
    List<Tag> tags = new ArrayList<>();
    one.uses().forEach(use -> tags.add(Tag.of(words.text("certificates.use." + use), "answered")));
    MessageFormat shownBy = new MessageFormat(words.text("certificates.shownBy"), words.locale());
    one.interfaces()
        .forEach(name -> tags.add(Tag.of(shownBy.format(new Object[] {name}), "answered")));
    if (one.requested()) {
      tags.add(Tag.of(words.text("certificates.isRequested"), "state-CALLING"));
    }
    for (ChainProblem problem : one.problems()) {
      String key = "certificates.problem." + problem;
      tags.add(new Tag(words.text(key), "chain-" + problem, words.text(key + ".help")));
    }
    return tags;
  }

  @Override
  public List<String> standardColumns() {
    return List.of("name", "subject", "validUntil", "state");
  }

  @Override
  public String key(OwnCertificate one) {
    return one.name();
  }
}
