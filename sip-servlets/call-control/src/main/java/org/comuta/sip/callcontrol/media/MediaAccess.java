package org.comuta.sip.callcontrol.media;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where call control gets its connection to the media engine. */
public final class MediaAccess {
  /** Under this name the adapter binds its factory. */
  public static final String NAME = "java:/eis/ComutaMedia";

  private static final Logger LOG = LoggerFactory.getLogger(MediaAccess.class);

  private MediaAccess() {}

  /**
   * The factory of the deployed adapter; one whose engine is never there when none is deployed, so
   * that calls whose media bypass the exchange go on.
   */
  @SuppressWarnings("BanJNDI") // The name is fixed, and the directory is this server's own.
  public static MediaConnectionFactory deployed() {
    try {
      if (new InitialContext().lookup(NAME) instanceof MediaConnectionFactory factory) {
        return factory;
      }
      LOG.error("{} is no media adapter: media cannot be relayed", NAME);
    } catch (NamingException e) {
      LOG.error("no media adapter at {}: media cannot be relayed", NAME, e);
    }
    return MediaAccess::none;
  }

  private static MediaConnection none() {
    return new NoEngine();
  }
}
