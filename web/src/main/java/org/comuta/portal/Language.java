package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.comuta.portal.personal.PersonalSettings;

/**
 * The language of a page: the one its user prefers, else the one chosen in this browser before,
 * else one the browser asks for, else Portuguese. One request only.
 */
@Named
@RequestScoped
public class Language {
  /** Query parameter and cookie that carry the choice. */
  static final String CHOICE = "language";

  private static final Locale DEFAULT = Locale.forLanguageTag("pt-BR");
  private static final Map<String, Locale> LOCALES =
      Map.of("pt-BR", DEFAULT, "en", Locale.ENGLISH, "es", Locale.forLanguageTag("es"));

  /** Tags in the order people see them. */
  private static final List<String> TAGS = List.of("pt-BR", "en", "es");

  @Inject private HttpServletRequest request;
  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Language() {}

  /** The language with this tag, when we speak it. */
  static Optional<Locale> of(String tag) {
    return Optional.ofNullable(LOCALES.get(tag));
  }

  /** The best of our languages for somebody who prefers these, in order. */
  static Locale best(Stream<Locale> preferred) {
    return preferred
        .flatMap(
            wanted ->
                LOCALES.values().stream()
                    .filter(ours -> ours.getLanguage().equals(wanted.getLanguage())))
        .findFirst()
        .orElse(DEFAULT);
  }

  /** What to tell the page and its formats. */
  public Locale getLocale() {
    return preferred().or(this::chosen).orElseGet(() -> best(accepted()));
  }

  /** Tag of the language, RFC 5646. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** Where the same page is in another language, relative to itself. */
  public String link(String tag) {
    String rest = LanguageFilter.rest(request.getQueryString());
    return (rest.isEmpty() ? "?" : rest + "&") + CHOICE + "=" + tag;
  }

  /** All tags there are. */
  public List<String> getTags() {
    return TAGS;
  }

  /** A text of the portal. */
  public String text(String key) {
    return texts(getLocale()).getString(key);
  }

  /** A text of the portal; the key itself when there is none. */
  public String textOrKey(String key) {
    ResourceBundle texts = texts(getLocale());
    return texts.containsKey(key) ? texts.getString(key) : key;
  }

  /** All texts in one language. */
  public static ResourceBundle texts(Locale locale) {
    return ResourceBundle.getBundle("org.comuta.portal.texts", locale, Language.class.getModule());
  }

  private Optional<Locale> preferred() {
    String tag = personal.preferences().language();
    return tag == null ? Optional.empty() : of(tag);
  }

  private Optional<Locale> chosen() {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(CHOICE))
            .flatMap(cookie -> of(cookie.getValue()).stream())
            .findFirst();
  }

  private Stream<Locale> accepted() {
    return request.getHeader("Accept-Language") == null
        ? Stream.empty()
        : java.util.Collections.list(request.getLocales()).stream();
  }
}
