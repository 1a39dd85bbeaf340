package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way and JAIN-SIP's understand the same, whatever stands in a header. */
class MessageReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKx;rport",
        "Via: SIP/2.0/UDP 192.0.2.1, SIP/2.0/TCP [2001:db8::1]:5062;branch=z9hG4bKy",
        "Via: nonsense",
        "VIA: SIP/2.0/UDP 192.0.2.1",
        "v: SIP/2.0/UDP 192.0.2.1",
        "From: \"A, B\" <sip:a;user=phone@192.0.2.1>;tag=1",
        "From: sip:a@192.0.2.1;tag=1",
        "From: <sip:a@192.0.2.1",
        "To: <tel:+551140000000>;tag=2",
        "To:",
        "Contact: <sip:a@192.0.2.1:5070;transport=tcp>;expires=60, <sip:b@192.0.2.2>",
        "Contact: *",
        "Call-ID: a@b",
        "Call-ID: a@b@c",
        "Call-ID:   spaced   ",
        "Call-ID: ",
        "CSeq: 1 INVITE",
        "CSeq: 2147483647 BYE",
        "CSeq: 4294967296 BYE",
        "CSeq: 00001 INVITE",
        "CSeq: 1 invite",
        "CSeq: 1  INVITE",
        "CSeq: -1 INVITE",
        "CSeq: 1",
        "CSeq: 1 ",
        "Max-Forwards: 70",
        "Max-Forwards: 256",
        "Max-Forwards: 1000000000",
        "Max-Forwards: seventy",
        "Content-Length: 0",
        "Content-Length: 12 ",
        "Content-Length: -1",
        "Content-Length: 99999999999",
        "Subject: something else"
      })
  void bothUnderstandTheSame(String header) {
    assertThat(understood(new MessageReader(), header))
        .isEqualTo(understood(new StringMsgParser(), header));
  }

  @Property
  void bothUnderstandTheSameOfAnything(@ForAll("headers") String header) {
    assertThat(understood(new MessageReader(), header))
        .isEqualTo(understood(new StringMsgParser(), header));
  }

  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> names =
        Arbitraries.of(
            "Via: ",
            "From: ",
            "To: ",
            "Contact: ",
            "Call-ID: ",
            "CSeq: ",
            "Max-Forwards: ",
            "Content-Length: ",
            "CSeq:",
            "To : ");
    Arbitrary<String> values =
        Arbitraries.strings()
            .withChars("SIP/2.0UDP sip:a@b;=<>\"\\,[]()INVITE0123456789\t%-_.é")
            .ofMaxLength(40);
    return names.flatMap(name -> values.map(value -> name + value));
  }

  private static String understood(StringMsgParser parser, String header) {
    String text = "OPTIONS sip:100@192.0.2.1 SIP/2.0\r\n" + header + "\r\n\r\n";
    StringBuilder unparsed = new StringBuilder();
    ParseExceptionListener problems =
        (problem, message, headerClass, line, whole) ->
            unparsed.append("not understood: ").append(line);
    try {
      SIPMessage message = parser.parseSIPMessage(text.getBytes(UTF_8), false, false, problems);
      return message.encode() + unparsed;
    } catch (ParseException | RuntimeException e) {
      return "refused: " + e.getClass();
    }
  }
}
