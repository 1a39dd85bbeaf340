package org.comuta.identity.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of an address or a form, in order. Used once, by one thread. */
final class FormText {
  private final Map<String, String> parameters = new LinkedHashMap<>();

  FormText add(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** {@code application/x-www-form-urlencoded}. */
  @Override
  public String toString() {
    return parameters.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }
}
