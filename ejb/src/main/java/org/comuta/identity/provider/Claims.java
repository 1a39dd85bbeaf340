package org.comuta.identity.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads claims, whatever a provider put into them. Immutable. */
record Claims(Map<String, Object> all) {
  static Claims of(JWTClaimsSet claims) {
    return new Claims(claims.getClaims());
  }

  /** A text; empty when it is none. */
  String text(String name) {
    return value(name) instanceof String text ? text : "";
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(value(name)) || "true".equals(value(name));
  }

  /** The texts in a list; a single text counts as one of one. */
  List<String> texts(String path) {
    return switch (value(path)) {
      case String text -> List.of(text);
      case List<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  /** By its name, else step by step where the name has dots. */
  private @Nullable Object value(String path) {
    Object whole = all.get(path);
    if (whole != null || path.indexOf('.') < 0) {
      return whole;
    }
    Object here = all;
    for (String step : path.split("[.]", -1)) {
      here = here instanceof Map<?, ?> inner ? inner.get(step) : null;
    }
    return here;
  }
}
