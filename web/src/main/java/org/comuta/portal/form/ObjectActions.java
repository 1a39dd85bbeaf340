package org.comuta.portal.form;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.function.Supplier;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.ObjectInUseException;
import org.comuta.configuration.ObjectUser;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;

/** What can be done with an object in a list: switch it on and off, delete it. One view. */
@Named
@ViewScoped
public class ObjectActions implements Serializable {
  /** An object that names the one to be deleted. */
  public record User(String kindLabel, String name, String field, String address)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private String kind = "";
  private String name = "";
  private long revision;
  private List<User> users = List.of();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ObjectActions() {}

  /** Name of the object that is about to be deleted; empty when none is. */
  public String getName() {
    return name;
  }

  public String getKindLabel() {
    return kind.isEmpty() ? "" : label(kind);
  }

  /** Who names it; while there are any, it cannot be deleted. */
  public List<User> getUsers() {
    return users;
  }

  public String editAddress(String ofKind, String called) {
    return FormAddress.edit(ofKind, called);
  }

  public String copyAddress(String ofKind, String called) {
    return FormAddress.copy(ofKind, called);
  }

  public String createAddress(String ofKind) {
    return FormAddress.create(ofKind);
  }

  /** Whether objects of a kind can be switched on and off. */
  public boolean switchable(String ofKind) {
    return description(ofKind).field("enabled").isPresent();
  }

  public boolean enabled(StoredObject object) {
    return object.body().getBoolean("enabled", true);
  }

  private ObjectDescription<?> description(String ofKind) {
    return configuration.catalogue().kind(ofKind).orElseThrow().description();
  }

  private String label(String ofKind) {
    return description(ofKind).label(language.getLocale());
  }

  /** Switches an object on when it is off, and off when it is on. */
  public void toggle(StoredObject object) {
    JsonObject body =
        Json.object(object.body()).add("enabled", Json.value(!enabled(object))).build();
    String key = enabled(object) ? "objects.disabled" : "objects.enabled";
    attempt(
        () -> {
          operations.put(object.kind(), object.name(), body, edit(object.revision()));
          return text(key, object.kind(), object.name());
        });
  }

  /** Looks at who names an object before it is deleted. */
  public void ask(StoredObject object) {
    kind = object.kind();
    name = object.name();
    revision = object.revision();
    try {
      users = configuration.users(kind, name).stream().map(this::user).toList();
    } catch (NotFoundException gone) {
      users = List.of(); // told when it is to be deleted
    }
  }

  private User user(ObjectUser user) {
    ObjectDescription<?> description = description(user.kind());
    return new User(
        label(user.kind()),
        user.name(),
        description
            .field(user.field())
            .map(field -> description.label(field, language.getLocale()))
            .orElse(user.field()),
        FormAddress.edit(user.kind(), user.name()));
  }

  /** Deletes the object that was asked about. */
  public void delete() {
    attempt(
        () -> {
          operations.delete(kind, name, edit(revision));
          return text("objects.deleted", kind, name);
        });
  }

  private Edit edit(long expected) {
    return Edit.by(account.editor()).expecting(expected);
  }

  private String text(String key, String ofKind, String called) {
    return MessageFormat.format(language.text(key), label(ofKind), called);
  }

  private void attempt(Supplier<String> act) {
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    try {
      tell(FacesMessage.SEVERITY_INFO, act.get());
    } catch (ConfigurationException refused) {
      tell(
          FacesMessage.SEVERITY_ERROR,
          switch (refused) {
            case StaleObjectException ignored -> language.text("objects.changedMeanwhile");
            case NotFoundException ignored -> language.text("objects.changedMeanwhile");
            case ObjectInUseException used -> String.valueOf(used.getMessage());
            case InvalidConfigurationException invalid -> String.valueOf(invalid.getMessage());
          });
    }
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
