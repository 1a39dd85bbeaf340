package org.comuta.rest;

import java.util.List;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** How a request wants something saved or applied: its reason, and what it expects to be there. */
final class EditRequest {
  /** Most characters of a comment. */
  static final int LONGEST_COMMENT = 255;

  private EditRequest() {}

  /**
   * @param comment why, from the query or the body
   * @param ifMatch {@code If-Match}, RFC 9110 section 13.1.1: one entity tag, or {@code *}
   * @param ifNoneMatch {@code If-None-Match}: only {@code *}
   */
  static Edit read(
      Editor editor,
      @Nullable String comment,
      @Nullable String ifMatch,
      @Nullable String ifNoneMatch) {
    Edit edit = Edit.by(editor).because(comment(comment));
    if (ifNoneMatch != null) {
      if (!ifNoneMatch.equals("*")) {
        throw ApiProblem.badRequest("header", "If-None-Match may only be *: it must not exist.");
      }
      if (ifMatch != null) {
        throw ApiProblem.badRequest("header", "If-Match and If-None-Match cannot both hold.");
      }
      return edit.expecting(0);
    }
    if (ifMatch == null) {
      return edit;
    }
    return edit.expecting(ifMatch.equals("*") ? Edit.ANY : revision(ifMatch));
  }

  private static String comment(@Nullable String comment) {
    if (comment == null) {
      return "";
    }
    if (comment.length() > LONGEST_COMMENT) {
      String message = "comment must have at most " + LONGEST_COMMENT + " characters.";
      throw ApiProblem.badRequest("comment", List.of(new Problem("comment", "length", message)));
    }
    return comment;
  }

  private static long revision(String tag) {
    if (!tag.matches("\"[0-9]{1,18}\"")) {
      throw ApiProblem.badRequest("header", "If-Match must be one ETag as it was answered, or *.");
    }
    return Long.parseLong(tag.substring(1, tag.length() - 1));
  }
}
