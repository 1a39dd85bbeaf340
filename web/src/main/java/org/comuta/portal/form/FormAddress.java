package org.comuta.portal.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Addresses of the pages of objects, relative to the folder of the portal. */
public final class FormAddress {
  /** Kinds with a page of their own; every other has the general one. */
  private static final Set<String> OWN_PAGES =
      Set.of(
          "nap", "route", "interface", "cdr-file", "directory", "identity-provider", "mail-server");

  /** What is no configuration, with the page that lists all of it. */
  private static final Map<String, String> LISTS = Map.of("certificate", "certificates.xhtml");

  private FormAddress() {}

  /** Where an object is edited. */
  public static String edit(String kind, String name) {
    String list = LISTS.get(kind);
    return list == null ? page(kind, "name", name) : list;
  }

  /** Where a new object begins with the fields of this one. */
  public static String copy(String kind, String name) {
    return page(kind, "copy", name);
  }

  /** Where a new object is made. */
  public static String create(String kind) {
    return OWN_PAGES.contains(kind) ? kind + ".xhtml" : "object.xhtml?kind=" + kind;
  }

  private static String page(String kind, String parameter, String name) {
    String page = create(kind);
    return page
        + (page.contains("?") ? "&" : "?")
        + parameter
        + "="
        + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
