package org.comuta.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes of a line one side describes are told to the other: what says how its packets
 * are to be read, and the keys that protect them from end to end. Whatever says where somebody is,
 * what is about candidates (ICE) and bundles, and every attribute that is not named here stays
 * behind.
 */
final class PassedAttributes {
  private static final String VISIBLE = "[ -~]{1,1024}";

  /** Attributes with a value, and what the value must look like. */
  private static final Map<String, Pattern> VALUES =
      Map.ofEntries(
          Map.entry("ptime", Pattern.compile("\\d{1,4}(?:\\.\\d{1,3})?")),
          Map.entry("maxptime", Pattern.compile("\\d{1,4}(?:\\.\\d{1,3})?")),
          Map.entry("framerate", Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})?")),
          Map.entry("content", Pattern.compile("[a-z.,]{1,64}")),
          Map.entry("imageattr", Pattern.compile(VISIBLE)),
          Map.entry("silenceSupp", Pattern.compile("(?:on|off)(?: [0-9A-Za-z-]{1,16}){4}")),
          Map.entry("crypto", Pattern.compile("\\d{1,9} \\w{1,64} " + VISIBLE)),
          Map.entry(
              "fingerprint",
              Pattern.compile("[0-9A-Za-z-]{1,32} [0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){1,63}")),
          Map.entry("setup", Pattern.compile("active|passive|actpass|holdconn")));

  /** What one side says of its keys for all lines holds for each. */
  private static final Set<String> INHERITED = Set.of("fingerprint", "setup");

  private static final Pattern FAX_VALUE = Pattern.compile("[0-9A-Za-z]{1,32}");
  private static final Pattern FAX_NAME = Pattern.compile("t38[a-z]{1,32}");

  private PassedAttributes() {}

  /** What of this line passes, in its order. */
  static List<Attribute> of(SessionDescription description, MediaDescription line) {
    Set<String> formats = Set.copyOf(line.formats());
    List<Attribute> passed = new ArrayList<>(line.attributes().size());
    for (Attribute attribute : description.attributes()) {
      if (INHERITED.contains(attribute.name()) && !line.has(attribute.name())) {
        add(passed, attribute, formats);
      }
    }
    line.attributes().forEach(attribute -> add(passed, attribute, formats));
    return passed;
  }

  private static void add(List<Attribute> passed, Attribute attribute, Set<String> formats) {
    if (passes(attribute.name(), attribute.value(), formats)) {
      passed.add(attribute);
    }
  }

  private static boolean passes(String name, @Nullable String value, Set<String> formats) {
    if (value == null) {
      return name.equals("rtcp-rsize") || isFax(name);
    }
    return switch (name) {
      case "rtpmap" -> MediaFormat.mapping(value) != null && formats.contains(firstWord(value));
      case "fmtp" -> isAbout(value, formats);
      case "rtcp-fb" -> value.startsWith("* ") ? isText(value) : isAbout(value, formats);
      default -> {
        Pattern pattern = VALUES.get(name);
        yield pattern == null
            ? isFax(name) && FAX_VALUE.matcher(value).matches()
            : pattern.matcher(value).matches();
      }
    };
  }

  /** The attributes of T.38 (ITU-T T.38 annex D.2.3), which devices spell in several ways. */
  private static boolean isFax(String name) {
    return FAX_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isAbout(String value, Set<String> formats) {
    return isText(value) && value.indexOf(' ') > 0 && formats.contains(firstWord(value));
  }

  private static boolean isText(String value) {
    return Grammar.visible(value, true);
  }

  private static String firstWord(String value) {
    int end = value.indexOf(' ');
    return end < 0 ? value : value.substring(0, end);
  }
}
