package org.comuta.portal.theme;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a style sheet of PrimeFaces so that its colours are the variables of {@code tokens.css},
 * which have a light and a dark value each. What a colour becomes depends on what it is used for:
 * white is a surface behind text, and the text itself on a filled button. Lengths and everything
 * else stay.
 */
final class ThemeColors {
  private static final Pattern DECLARATION = Pattern.compile("([{;])([a-z-]+):([^;{}]*)");
  private static final Pattern COLOR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");
  private static final Pattern OWN_VARIABLES = Pattern.compile(":root\\{[^}]*\\}");

  /** What a colour of the original is where it is text, behind text, and a line or shadow. */
  private record Meaning(String text, String surface, String line) {}

  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  private static void all(String variable, String... colors) {
    meaning(new Meaning(variable, variable, variable), colors);
  }

  private static void meaning(Meaning meaning, String... colors) {
    for (String color : colors) {
      MEANINGS.put(color, meaning);
    }
  }

  static {
    // Greys, from the lightest to the darkest.
    meaning(new Meaning("on-fill", "card", "card"), "#fff");
    meaning(new Meaning("card", "raised", "line"), "#f8f9fa", "#f8f8f8", "#fbfcfc");
    meaning(new Meaning("ink-faint", "hover", "line"), "#e9ecef", "#efefef", "#ebebef");
    meaning(new Meaning("ink-faint", "line", "line"), "#dee2e6", "#dadada");
    meaning(new Meaning("ink-faint", "line-strong", "line-strong"), "#ced4da", "#adb5bd");
    meaning(new Meaning("ink-soft", "ink-soft", "ink-soft"), "#6c757d");
    meaning(new Meaning("ink", "ink-soft", "ink-soft"), "#495057");
    meaning(new Meaning("on-fill", "ink", "ink"), "#212529");
    all("tip", "#252529", "#343a40");
    all("line", "rgba(0,0,0,.08)");

    // Blue is what can be chosen, is chosen, or has the focus: our accent.
    all("accent", "#2196f3");
    all("accent-dark", "rgb(12.7384615385,136.9384615385,235.6615384615)");
    all("accent-dark", "rgb(11.3230769231,121.7230769231,209.4769230769)");
    all("accent-soft", "#e3f2fd", "rgb(137.4,200.4,246.6)");
    all("accent-tint", "rgba(33,150,243,.04)", "rgba(33,150,243,.16)");
    all("ring", "rgb(166.2,213,250.2)");

    all("neutral", "#607d8b", "rgb(86.4,112.5,125.1)", "rgb(76.8,100,111.2)");
    all("neutral-tint", "rgba(96,125,139,.04)", "rgba(96,125,139,.16)");
    all("success", "#689f38", "rgb(93.6,143.1,50.4)", "rgb(83.2,127.2,44.8)");
    all("success-tint", "rgba(104,159,56,.04)", "rgba(104,159,56,.16)");
    all("info", "#0288d1", "#03a9f4", "rgb(1.8,122.4,188.1)", "rgb(1.6,108.8,167.2)");
    all("info-tint", "rgba(2,136,209,.04)", "rgba(2,136,209,.16)");
    all("info", "#9c27b0", "rgb(140.4,35.1,158.4)", "rgb(124.8,31.2,140.8)");
    all("info-tint", "rgba(156,39,176,.04)", "rgba(156,39,176,.16)");
    all("warning", "#fbc02d", "#ffc107", "rgb(250.446728972,183.2859813084,15.953271028)");
    all("warning", "hsl(42.8155339806,96.261682243%,46.431372549%)");
    all("warning-tint", "rgba(251,192,45,.04)", "rgba(251,192,45,.16)");
    all("danger", "#d32f2f", "#f44336", "#ef5350", "#e0284f", "#e60017");
    all("danger", "hsl(0,65.0793650794%,45.5294117647%)", "hsl(0,65.0793650794%,40.4705882353%)");
    all("danger-tint", "rgba(211,47,47,.04)", "rgba(211,47,47,.16)");

    // Messages: dark text on a pale ground of the same hue.
    all("success-soft", "#c8e6c9", "rgba(200,230,201,.8)");
    all("success", "rgb(67.1875,147.8125,69.875)", "hsl(122,37.5%,54.8039215686%)");
    all("success-ink", "hsl(122,37.5%,21.0784313725%)");
    all("info-soft", "#b3e5fc");
    all("info-ink", "#01579b");
    all("warning-soft", "#ffecb3", "rgb(255,229.625,153.5)");
    all("warning-ink", "#7f6003");
    all("danger-soft", "#ffcdd2", "rgb(255,179.5,187.05)", "rgb(255,113,127.2)");
    all("danger-ink", "#b71c1c", "rgb(45.75,7,7)", "hsl(122,37.5%,5.2696078431%)");
    all("ring", "rgb(136.5336492891,212.4881516588,253.8663507109)");
    all("ring", "rgb(237.4,171.8,171.8)", "rgb(253.4,229.8,171)");
    all("ring", "hsl(92.0388349515,47.9069767442%,76.862745098%)");
    all("ring", "hsl(198.904109589,92.4050632911%,79.5098039216%)");
    all("ring", "hsl(199.5348837209,18.2978723404%,78.431372549%)");
    all("ring", "hsl(291.2408759124,63.7209302326%,76.862745098%)");
  }

  private ThemeColors() {}

  /** The style sheet in our colours. */
  static String rewrite(String sheet) {
    String bare = OWN_VARIABLES.matcher(sheet.replace("\uFEFF", "")).replaceAll("");
    return DECLARATION
        .matcher(bare)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + found.group(2) + ':' + value(found.group(2), found.group(3))));
  }

  private static String value(String property, String value) {
    return COLOR
        .matcher(value)
        .replaceAll(
            found -> {
              String color = found.group();
              Meaning meaning = MEANINGS.get(color.toLowerCase(Locale.ROOT).replace(" ", ""));
              return meaning == null ? color : "var(--" + variable(property, meaning) + ')';
            });
  }

  private static String variable(String property, Meaning meaning) {
    return switch (property) {
      case "color", "fill", "stroke" -> meaning.text();
      case "background", "background-color" -> meaning.surface();
      default -> meaning.line();
    };
  }
}
