package org.comuta.sip.callcontrol;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.comuta.edge.MediaControl;
import org.comuta.exchange.Exchange;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Registers the media engine with the exchange as long as call control is deployed. The connection
 * is one of its own, that only looks.
 */
@WebListener
public class MediaEdge implements ServletContextListener {
  @Inject private Exchange exchange;

  @Resource(lookup = "java:/eis/ComutaMedia")
  private MediaConnectionFactory factory;

  private @Nullable MediaConnection connection;
  private @Nullable MediaControl control;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MediaEdge() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    MediaConnection opened = factory.getConnection();
    MediaControl shown = new EngineControl(opened);
    exchange.edges().register(shown);
    connection = opened;
    control = shown;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (control != null) {
      exchange.edges().unregister(control);
    }
    if (connection != null) {
      connection.close();
    }
  }
}
