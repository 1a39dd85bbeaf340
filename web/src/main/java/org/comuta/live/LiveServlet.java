package org.comuta.live;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comuta.identity.Right;
import org.comuta.security.ComutaAuthentication;
import org.comuta.statistics.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks again and again: {@code /portal/live?topics=now,system} and, once, {@code
 * /portal/live/series?period=DAY}. It is no activity of the person.
 */
@WebServlet({LiveServlet.PATH, LiveServlet.PATH + "/series"})
public class LiveServlet extends HttpServlet {
  static final String PATH = ComutaAuthentication.LIVE_PATH;

  @Inject private transient LiveTopics topics;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (request.getServletPath().endsWith("/series")) {
      series(request, response);
      return;
    }
    List<Topic> asked = asked(request.getParameter("topics"));
    if (asked.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    if (!asked.stream().allMatch(topic -> request.isUserInRole(topic.needed().name()))) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    answer(response, message(asked));
  }

  /** The topics of these words, none where one of them is not known. */
  static List<Topic> asked(@Nullable String words) {
    List<Topic> asked = new ArrayList<>();
    for (String word : words == null ? new String[0] : words.split(",", -1)) {
      Optional<Topic> topic = Topic.of(word);
      if (topic.isEmpty()) {
        return List.of();
      }
      asked.add(topic.get());
    }
    return asked;
  }

  private String message(List<Topic> asked) {
    StringBuilder message = new StringBuilder("{");
    for (Topic topic : asked) {
      message.append(message.length() > 1 ? "," : "").append('"').append(topic.word());
      message.append("\":").append(topics.json(topic));
    }
    return message.append('}').toString();
  }

  private void series(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Period> period =
        Arrays.stream(Period.values())
            .filter(one -> one.name().equals(request.getParameter("period")))
            .findFirst();
    if (period.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } else if (!request.isUserInRole(Right.SEE_MONITORING.name())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      answer(response, topics.series(period.get()));
    }
  }

  private static void answer(HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json);
  }
}
