package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comuta.call.CallState;
import org.comuta.call.Party;
import org.comuta.description.Rule;
import org.comuta.identity.Area;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.Level;
import org.comuta.identity.LockKind;
import org.comuta.identity.Origin;
import org.comuta.identity.Role;
import org.comuta.identity.SessionKind;
import org.comuta.identity.SignInPolicy.Amount;
import org.comuta.identity.directory.DirectoryStep;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogFraming;
import org.comuta.portal.navigation.PortalPage;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.preference.Theme;
import org.comuta.routing.TraceStep.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static Set<String> keys(String tag) {
    return new TreeSet<>(Language.texts(Locale.forLanguageTag(tag)).keySet());
  }

  @ParameterizedTest(name = "{0} has every text and no other")
  @ValueSource(strings = {"en", "es"})
  void allLanguagesSayTheSame(String tag) {
    assertThat(keys(tag)).isEqualTo(keys("pt-BR"));
  }

  @Test
  void everyWordOfOurTypesHasAText() {
    Stream<String> words =
        Stream.of(
                Stream.of(CallState.values()).map(state -> "state." + state),
                Stream.of(Party.values()).map(party -> "party." + party),
                Stream.of(Role.values()).map(role -> "role." + role),
                Stream.of(Theme.values()).map(theme -> "theme." + theme),
                PortalPages.all().stream().map(PortalPage::id),
                Stream.of(Area.values()).map(area -> "area." + area),
                Stream.of(Level.values()).map(level -> "level." + level),
                Stream.of(AuditAction.values()).map(action -> "action." + action),
                Stream.of(AuditEntry.Outcome.values()).map(outcome -> "outcome." + outcome),
                Stream.of(LogComponent.values())
                    .flatMap(
                        one -> Stream.of("logComponent." + one, "logComponent." + one + ".help")),
                Stream.of(LogLevel.values()).map(level -> "logLevel." + level),
                Stream.of(SyslogFraming.values()).map(framing -> "syslogFraming." + framing),
                Stream.of(SessionKind.values()).map(kind -> "sessionKind." + kind),
                Stream.of(LockKind.values()).map(kind -> "lockKind." + kind),
                Stream.of(Origin.Kind.values()).map(kind -> "origin." + kind),
                Stream.of(DirectoryStep.Kind.values()).map(kind -> "directoryStep." + kind),
                Stream.of(SignInRule.Section.values()).map(section -> "rules." + section),
                Stream.concat(
                        Stream.of(Amount.values()).map(SignInRule::of), Stream.of(SignInRule.AUDIT))
                    .flatMap(
                        rule ->
                            Stream.of("", ".unit", ".help")
                                .map(end -> "rule." + rule.name() + end)),
                Stream.of(Verdict.values()).map(verdict -> "verdict." + verdict),
                Stream.of(Rule.values()).map(rule -> "wrong." + rule))
            .flatMap(one -> one);
    assertThat(keys("pt-BR")).containsAll(words.toList());
  }

  @ParameterizedTest(name = "one change and two changes differ in {0}")
  @ValueSource(strings = {"pt-BR", "en", "es"})
  void numbersAreSpokenRight(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    MessageFormat text =
        new MessageFormat(Language.texts(locale).getString("pending.text"), locale);
    assertThat(text.getFormats()[0]).isInstanceOf(ChoiceFormat.class);
    assertThat(text.format(new Object[] {1})).startsWith("1 ");
    assertThat(text.format(new Object[] {2})).startsWith("2 ");
    assertThat(text.format(new Object[] {1}).substring(2))
        .isNotEqualTo(text.format(new Object[] {2}).substring(2));
  }
}
