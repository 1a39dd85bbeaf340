package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:10Z");
  private static final long STEP = Totp.USUAL.stepAt(NOW);

  @ParameterizedTest(name = "RFC 6238 appendix B: {1} at {0} s is {2}")
  @CsvSource({
    "59, SHA1, 94287082",
    "59, SHA256, 46119246",
    "59, SHA512, 90693936",
    "1111111109, SHA1, 07081804",
    "1111111109, SHA256, 68084774",
    "1111111109, SHA512, 25091201",
    "1111111111, SHA1, 14050471",
    "1111111111, SHA256, 67062674",
    "1111111111, SHA512, 99943326",
    "1234567890, SHA1, 89005924",
    "1234567890, SHA256, 91819424",
    "1234567890, SHA512, 93441116",
    "2000000000, SHA1, 69279037",
    "2000000000, SHA256, 90698825",
    "2000000000, SHA512, 38618901",
    "20000000000, SHA1, 65353130",
    "20000000000, SHA256, 77737706",
    "20000000000, SHA512, 47863826",
  })
  void givesTheValuesOfTheStandard(long seconds, String hash, String code) {
    // The keys of the reference implementation are as long as the hash.
    int octets =
        switch (hash) {
          case "SHA1" -> 20;
          case "SHA256" -> 32;
          default -> 64;
        };
    byte[] key = "1234567890".repeat(7).substring(0, octets).getBytes(StandardCharsets.US_ASCII);
    Totp totp = new Totp("Hmac" + hash, 8, Duration.ofSeconds(30));
    assertThat(totp.code(key, totp.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @ParameterizedTest(name = "the code of the step {0} away, after that of {1} was used: taken {2}")
  @CsvSource({
    "-2, -9, false",
    "-1, -9, true",
    "0, -9, true",
    "1, -9, true",
    "2, -9, false",
    "0, 0, false",
    "1, 0, true",
    "0, 1, false",
    "-1, -1, false",
  })
  void takesTheCodesBesideNowAndEachOnce(long step, long lastUsed, boolean taken) {
    String code = Totp.USUAL.code(KEY, STEP + step);
    assertThat(Totp.USUAL.match(KEY, code, NOW, STEP + lastUsed))
        .isEqualTo(taken ? OptionalLong.of(STEP + step) : OptionalLong.empty());
  }

  @Test
  void otherTextsAreNoCodes() {
    for (String text : new String[] {"", "0", "abcdef", "1234567", "½½½½½½"}) {
      assertThat(Totp.USUAL.match(KEY, text, NOW, 0)).isEmpty();
    }
  }

  @ParameterizedTest(name = "RFC 4648 section 10: {0} is {1}")
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void keysAreWrittenInBase32(String octets, String text) {
    assertThat(SecretCodes.base32(octets.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }
}
