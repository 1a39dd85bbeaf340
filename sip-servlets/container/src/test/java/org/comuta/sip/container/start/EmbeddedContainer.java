package org.comuta.sip.container.start;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;

/** A container without a web server, for tests and for trying it by hand. */
public final class EmbeddedContainer {

  private EmbeddedContainer() {}

  public static RunningContainer start(SipSettings settings, Servlet servlet)
      throws SipStartException, ServletException {
    ServletContext web = FakeWeb.context();
    Map<String, Servlet> servlets = new LinkedHashMap<>();
    servlets.put(servlet.getClass().getSimpleName(), servlet);
    List<EventListener> listeners =
        servlet instanceof EventListener listener ? List.of(listener) : List.of();
    RunningContainer container = new RunningContainer(settings, web, "test", servlets, listeners);
    servlet.init(new SipServletConfig(servlet.getClass().getSimpleName(), web));
    container.open();
    return container;
  }

  /** Arguments: port, and {@code uas} or {@code b2bua} with the port to call. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Servlet servlet =
        "uas".equals(arguments[1])
            ? new AnsweringServlet()
            : new BridgingServlet(
                "127.0.0.1",
                Integer.parseInt(arguments[2]),
                arguments.length > 3 ? arguments[3] : "udp");
    RunningContainer container = start(SipSettings.at("127.0.0.1", port), servlet);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  IO.println(container.status());
                  container.stop();
                  ended.countDown();
                }));
    IO.println("listening on " + port);
    ended.await();
  }
}
