package org.comuta.logging.line;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts before anybody logs them: answers to digests and credentials of SIP
 * and HTTP, passwords in addresses, values of fields that are called like a secret, keys. Any
 * thread.
 */
public final class Masking {
  /** What stands in the place of a secret. */
  public static final String MASK = "********";

  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String pattern, String replacement) {
      return new Rule(Pattern.compile(pattern), replacement);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // RFC 7616 3.4: with the answer and the challenge a password can be guessed.
          Rule.of("(?i)(\\bresponse\\s*=\\s*)\"[^\"\\r\\n]*+\"?", "$1\"" + MASK + "\""),
          Rule.of("(?i)(\\bresponse\\s*=\\s*)[0-9a-f]{16,}+", "$1" + MASK),
          // RFC 7617, RFC 6750, in headers and where libraries print them.
          Rule.of(
              "(?i)(authorization[\"']?\\s*[:=]\\s*[\\[\"']*(?:basic|bearer)\\s+)[^\\s,\"'\\]]++",
              "$1" + MASK),
          // What Comuta gives out itself.
          Rule.of("\\bcomuta_[A-Za-z0-9_-]{16,}+", "comuta_" + MASK),
          Rule.of("(?i)(COMUTASESSION\\s*=\\s*)[^\\s;,]++", "$1" + MASK),
          // RFC 3986 3.2.1, RFC 3261 19.1.1: a password in an address.
          Rule.of(
              "(?i)(\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{1,200}:)[^\\s/@]++@", "$1" + MASK + "@"),
          Rule.of("(?i)(\\bsips?:[^\\s:@;>]{1,200}:)[^\\s@>]++@", "$1" + MASK + "@"),
          // RFC 4568 9.1: keys of media.
          Rule.of("(?i)(\\binline:)[A-Za-z0-9+/=]{16,}+", "$1" + MASK),
          Rule.of(
              "(?s)-----BEGIN ([A-Z ]*)PRIVATE KEY-----.*?(?:-----END \\1PRIVATE KEY-----|\\z)",
              "-----BEGIN $1PRIVATE KEY----- " + MASK),
          // Fields that are called like a secret.
          Rule.of(
              "(?i)((?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key)"
                  + "[\"']?\\s*[:=]\\s*)(?:\"[^\"\\r\\n]*+\"?|'[^'\\r\\n]*+'?|[^\\s,;&\"'})\\]]++)",
              "$1" + MASK));

  private Masking() {}

  /** The text without secrets; the very same where there are none. */
  public static String mask(String text) {
    String masked = text;
    for (Rule rule : RULES) {
      var matcher = rule.pattern().matcher(masked);
      if (matcher.find()) {
        masked = matcher.replaceAll(rule.replacement());
      }
    }
    return masked;
  }
}
