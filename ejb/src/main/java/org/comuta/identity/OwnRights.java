package org.comuta.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where a user's rights differ from those of the role; null where they do not. Immutable; the words
 * of the API.
 */
public record OwnRights(
    @Nullable Level configuration,
    @Nullable Level monitoring,
    @Nullable Level diagnostics,
    @Nullable Level administration) {
  /** As the role has them. */
  public static final OwnRights NONE = new OwnRights(null, null, null, null);

  /** The rights of somebody of that role. */
  public Rights over(Rights ofRole) {
    return new Rights(
        configuration == null ? ofRole.configuration() : configuration,
        monitoring == null ? ofRole.monitoring() : monitoring,
        diagnostics == null ? ofRole.diagnostics() : diagnostics,
        administration == null ? ofRole.administration() : administration);
  }
}
