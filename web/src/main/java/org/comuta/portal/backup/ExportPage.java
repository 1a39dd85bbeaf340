package org.comuta.portal.backup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comuta.configuration.Exported;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.provisioning.ConfigurationFile;
import org.comuta.provisioning.CsvFile;
import org.jspecify.annotations.Nullable;

/** The card that gives the configuration as a file. One request only. */
@Named
@RequestScoped
public class ExportPage {
  /** Forms of files. */
  public enum Format {
    YAML,
    JSON,
    CSV
  }

  @Inject private Catalogue catalogue;
  @Inject private ConfigurationOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private List<String> kinds = List.of();
  private Format format = Format.YAML;
  private String kind = "";
  private String passphrase = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ExportPage() {}

  @PostConstruct
  void open() {
    kinds = all();
    kind = kinds.getFirst();
  }

  private List<String> all() {
    return catalogue.kinds().stream().map(one -> one.description().kind()).toList();
  }

  /** Every kind there is. */
  public List<String> getAllKinds() {
    return all();
  }

  /** What people call objects of a kind. */
  public String label(String word) {
    return catalogue
        .kind(word)
        .map(one -> one.description().pluralLabel(language.getLocale()))
        .orElse(word);
  }

  public Format[] getFormats() {
    return Format.values();
  }

  /** Gives the file, or says what is wrong. */
  public void download() throws IOException {
    boolean secrets = !passphrase.isEmpty() && format != Format.CSV;
    Optional<String> wrong = Passphrases.objection(passphrase);
    if (!account.may(Right.SEE_CONFIGURATION)) {
      return;
    }
    if (kinds.isEmpty() && format != Format.CSV) {
      wrong("export:kinds", "export.kinds.none");
    } else if (secrets && !account.may(Right.ADMINISTER)) {
      wrong("export:passphrase", "export.passphrase.right");
    } else if (secrets && wrong.isPresent()) {
      wrong("export:passphrase", "backup.passphrase." + wrong.get());
    } else if (format == Format.CSV) {
      ObjectDescription<?> description = description();
      Exported exported = operations.export(Set.of(kind), false, account.editor());
      send(
          CsvFile.write(description, exported.objects(), delimiter()),
          "text/csv; charset=utf-8; header=present",
          description.path() + ".csv");
    } else {
      Set<String> wanted = new LinkedHashSet<>(kinds);
      Exported exported = operations.export(wanted, secrets, account.editor());
      ConfigurationFile file =
          ConfigurationFile.of(catalogue, wanted, exported.objects(), secrets ? passphrase : null);
      boolean json = format == Format.JSON;
      send(
          json ? file.json() : file.yaml(),
          json ? "application/json" : "application/yaml",
          "comuta-" + exported.revision() + (json ? ".json" : ".yaml"));
    }
  }

  /** Gives a file of comma-separated values with the names of all fields and nothing else. */
  public void template() throws IOException {
    if (account.may(Right.SEE_CONFIGURATION)) {
      ObjectDescription<?> description = description();
      send(
          CsvFile.write(description, List.of(), delimiter()),
          "text/csv; charset=utf-8; header=present",
          description.path() + "-template.csv");
    }
  }

  private ObjectDescription<?> description() {
    return catalogue.kind(kind).orElseThrow().description();
  }

  // What spreadsheets expect where the comma stands in numbers.
  private char delimiter() {
    return language.getLocale().getLanguage().equals("en") ? ',' : ';';
  }

  private static void send(String text, String type, String name) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.setResponseContentType(type);
    response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.getResponseOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    faces.responseComplete();
  }

  private void wrong(String field, String text) {
    FacesContext.getCurrentInstance()
        .addMessage(
            field, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(text), null));
  }

  public List<String> getKinds() {
    return kinds;
  }

  public void setKinds(@Nullable List<String> kinds) {
    this.kinds = kinds == null ? List.of() : new ArrayList<>(kinds);
  }

  public Format getFormat() {
    return format;
  }

  public void setFormat(Format format) {
    this.format = format;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getPassphrase() {
    return passphrase;
  }

  public void setPassphrase(@Nullable String passphrase) {
    this.passphrase = passphrase == null ? "" : passphrase;
  }
}
