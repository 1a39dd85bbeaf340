package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.identity.SettingBean;
import org.comuta.identity.SettingKinds;
import org.comuta.portal.form.FormAddress;
import org.comuta.portal.table.Table;

/** A page that lists the settings of one kind, made from their description. */
public abstract class SettingsPage implements Serializable {
  @Inject private SettingBean settings;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private Table<StoredObject> table;

  private final String kind;
  private final List<String> columns;

  /**
   * @param columns the fields that stand in the table
   */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  protected SettingsPage(String kind, List<String> columns) {
    this.kind = kind;
    this.columns = columns;
  }

  private ObjectDescription<?> description() {
    return SettingKinds.catalogue().kind(kind).orElseThrow().description();
  }

  @PostConstruct
  void open() {
    table.show(description().path(), columns);
  }

  public Table<StoredObject> getTable() {
    return table;
  }

  /** What settings of this kind are. */
  public String getHelp() {
    return description().help(language.getLocale());
  }

  public String getCreateAddress() {
    return FormAddress.create(kind);
  }

  public String editAddress(String name) {
    return FormAddress.edit(kind, name);
  }

  public String copyAddress(String name) {
    return FormAddress.copy(kind, name);
  }

  /** Deletes one, at once. */
  public void delete(String name) {
    if (!account.may(Right.ADMINISTER)) {
      return;
    }
    try {
      settings.delete(kind, name, Edit.by(account.editor()));
      tell(
          FacesMessage.SEVERITY_INFO,
          MessageFormat.format(
              language.text("objects.deleted"), description().label(language.getLocale()), name));
    } catch (ConfigurationException refused) {
      tell(FacesMessage.SEVERITY_ERROR, String.valueOf(refused.getMessage()));
    }
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
