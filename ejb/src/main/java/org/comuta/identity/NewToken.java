package org.comuta.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comuta.description.Problem;

/**
 * A token to be made.
 *
 * @param description for people; may be empty
 * @param scope what it may do at most
 * @param lifetime how long it counts
 */
public record NewToken(String description, Rights scope, Duration lifetime) {
  /** Longest lifetime. */
  public static final Duration LONGEST_LIFETIME = Duration.ofDays(3_650);

  private static final int LONGEST_DESCRIPTION = 255;

  /** What is wrong with it when somebody with these rights asks; empty when nothing is. */
  public List<Problem> check(Rights ofUser) {
    List<Problem> problems = new ArrayList<>();
    if (description.length() > LONGEST_DESCRIPTION
        || description.chars().anyMatch(Character::isISOControl)) {
      problems.add(
          new Problem(
              "description",
              "length",
              "description must be printable text of at most 255 characters."));
    }
    if (!lifetime.isPositive() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
      problems.add(new Problem("days", "range", "days must be from 1 to 3650."));
    }
    for (Area area : Area.values()) {
      if (!ofUser.in(area).covers(scope.in(area))) {
        String field = "scope." + area.name().toLowerCase(Locale.ROOT);
        problems.add(
            new Problem(
                field,
                "range",
                field + " must be at most " + ofUser.in(area) + ", which is what you may do."));
      }
    }
    return problems;
  }
}
