package org.comuta.media.ra;

import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.comuta.media.EngineFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapter's and its engine's figures in the server's management, by JMX. (IronJacamar's own
 * statistics do not reach the management model of WildFly 39 for an adapter within an application:
 * it describes them at one address and places the resource at another.)
 */
final class AdapterFigures implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdapterFigures.class);

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name;

  private AdapterFigures(ObjectName name) {
    this.name = name;
  }

  /** Shows them under {@code org.comuta:type=MediaAdapter,owner=…} until closed. */
  static AdapterFigures show(String owner, SharedEngine shared, OwnEngine engine) {
    try {
      AdapterFigures figures =
          new AdapterFigures(
              new ObjectName("org.comuta:type=MediaAdapter,owner=" + ObjectName.quote(owner)));
      figures.register(of(shared, engine));
      return figures;
    } catch (JMException e) {
      throw new IllegalArgumentException("no name for management: " + owner, e);
    }
  }

  private void register(FiguresMBean figures) throws JMException {
    try {
      server.registerMBean(figures, name);
    } catch (InstanceAlreadyExistsException e) {
      // Left by an adapter that could not stop in order.
      close();
      server.registerMBean(figures, name);
    }
  }

  static FiguresMBean of(SharedEngine shared, OwnEngine engine) {
    return new FiguresMBean("Resource adapter of the media engine")
        .with("EngineIsThere", "Whether there is an engine", Boolean.class, engine::isThere)
        .with(
            "Connections", "Connections that applications hold", Integer.class, shared::connections)
        .with("Calls", "Calls of connections, closed ones too", Integer.class, shared::calls)
        .with(
            "CallsUnclaimed",
            "Calls of closed connections that nobody has claimed yet",
            Integer.class,
            shared::orphans)
        .with(
            "CallsRecovered",
            "Calls ended because nobody had them any more",
            Long.class,
            shared::recovered)
        .with(
            "EngineCalls",
            "Calls the engine holds",
            Integer.class,
            told(engine, EngineFigures::calls))
        .with(
            "PortsInUse",
            "UDP ports in use of the range of which most is taken",
            Integer.class,
            told(engine, EngineFigures::portsInUse))
        .with(
            "Ports",
            "UDP ports that this range has",
            Integer.class,
            told(engine, EngineFigures::portsOfRange))
        .with(
            "PacketsReceived",
            "Packets of calls taken",
            Long.class,
            told(engine, EngineFigures::packetsReceived))
        .with(
            "PacketsSent",
            "Packets passed on",
            Long.class,
            told(engine, EngineFigures::packetsSent))
        .with(
            "StrangersDropped",
            "Packets from somebody else than the side",
            Long.class,
            told(engine, EngineFigures::strangersDropped))
        .with(
            "MalformedDropped",
            "Packets that were not what their line carries",
            Long.class,
            told(engine, EngineFigures::malformedDropped))
        .with(
            "ProcessorMillis",
            "Processor time of the engine, in milliseconds",
            Long.class,
            told(engine, figures -> figures.processorTime().toMillis()));
  }

  private static <T> Supplier<T> told(OwnEngine engine, Function<EngineFigures, T> figure) {
    return () -> figure.apply(engine.lastFigures());
  }

  @Override
  public void close() {
    try {
      server.unregisterMBean(name);
    } catch (InstanceNotFoundException e) {
      LOG.debug("{} was gone already", name);
    } catch (JMException e) {
      LOG.warn("{} stays behind", name, e);
    }
  }
}
