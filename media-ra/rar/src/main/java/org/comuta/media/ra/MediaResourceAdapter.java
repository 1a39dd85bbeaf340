package org.comuta.media.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.Objects;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapter's life in the server: it has one engine, in a process of its own or embedded, from
 * its start to its stop. An engine process that is not there is no obstacle: it is waited for.
 */
public final class MediaResourceAdapter implements ResourceAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(MediaResourceAdapter.class);

  private String engine = "process";
  private String socket = "";
  private String owner = "comuta";
  private String rtpPorts = "20000-29999";
  private int threads;
  private int claimLimit = 120;
  private int recoveryInterval = 60;
  private volatile @Nullable OwnEngine running;
  private volatile @Nullable SharedEngine shared;
  private volatile @Nullable AdapterFigures figures;

  /** For the server. */
  public MediaResourceAdapter() {}

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    try {
      OwnEngine own = OwnEngine.start(engine, socket, owner, rtpPorts, threads);
      SharedEngine all =
          new SharedEngine(own.engine(), Duration.ofSeconds(claimLimit), System::nanoTime);
      all.recoverEvery(Duration.ofSeconds(Math.max(1, recoveryInterval)));
      running = own;
      shared = all;
      figures = AdapterFigures.show(owner, all, own);
      LOG.info("Media by {}", own);
    } catch (IllegalArgumentException e) {
      throw new ResourceAdapterInternalException("media engine: " + e.getMessage(), e);
    }
  }

  @Override
  public void stop() {
    SharedEngine all = shared;
    OwnEngine own = running;
    AdapterFigures shown = figures;
    shared = null;
    running = null;
    figures = null;
    if (shown != null) {
      shown.close();
    }
    if (all != null) {
      all.close();
    }
    if (own != null) {
      own.close();
    }
  }

  /** What connections share while the adapter runs. */
  SharedEngine shared() throws ResourceException {
    SharedEngine all = shared;
    if (all == null) {
      throw new ResourceException("the resource adapter does not run");
    }
    return all;
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    throw new NotSupportedException("the media engine sends no messages");
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {}

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  public String getEngine() {
    return engine;
  }

  /** {@code process} or {@code embedded}. */
  public void setEngine(String engine) {
    this.engine = engine;
  }

  public String getSocket() {
    return socket;
  }

  /** Path of the engine process's socket. */
  public void setSocket(String socket) {
    this.socket = socket;
  }

  public String getOwner() {
    return owner;
  }

  /** Whose calls these are, the same after a restart. */
  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getRtpPorts() {
    return rtpPorts;
  }

  /** Ports of the embedded engine: first, hyphen, last. */
  public void setRtpPorts(String rtpPorts) {
    this.rtpPorts = rtpPorts;
  }

  public Integer getThreads() {
    return threads;
  }

  /** Threads of the embedded engine; 0: one a processor. */
  public void setThreads(Integer threads) {
    this.threads = threads;
  }

  public Integer getClaimLimit() {
    return claimLimit;
  }

  /** Seconds that calls of a closed connection live. */
  public void setClaimLimit(Integer claimLimit) {
    this.claimLimit = claimLimit;
  }

  public Integer getRecoveryInterval() {
    return recoveryInterval;
  }

  /** Seconds between two recoveries of lost allocations. */
  public void setRecoveryInterval(Integer recoveryInterval) {
    this.recoveryInterval = recoveryInterval;
  }

  /** By settings, as Jakarta Connectors 2.1 section 5.3.3 asks; a server makes one of each. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaResourceAdapter adapter
        && engine.equals(adapter.engine)
        && socket.equals(adapter.socket)
        && owner.equals(adapter.owner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(engine, socket, owner);
  }
}
