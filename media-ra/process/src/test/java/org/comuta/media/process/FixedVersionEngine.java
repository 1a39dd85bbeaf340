package org.comuta.media.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.EngineFigures;
import org.comuta.media.process.protocol.Link;
import org.comuta.media.process.protocol.Message;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.Figures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.SetCall;
import org.comuta.media.process.protocol.Message.Welcome;
import org.jspecify.annotations.Nullable;

/** The process of an engine of another release: it welcomes every client with one version. */
final class FixedVersionEngine implements AutoCloseable {
  final List<Hello> greetings = new CopyOnWriteArrayList<>();
  final List<CallMedia> set = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;
  private final int version;
  private final Thread thread;
  private volatile @Nullable Link link;

  FixedVersionEngine(Path socket, int version) throws IOException {
    this.version = version;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    thread = Thread.ofPlatform().daemon().name("fixed-version").start(this::serve);
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        Link next = new Link(server.accept(), "fixed-version-writer");
        link = next;
        next.receive(message -> answer(next, message));
      } catch (IOException closed) {
        return;
      }
    }
  }

  // The oldest version is what a link speaks when nobody tells it of another.
  private void answer(Link to, Message message) {
    switch (message) {
      case Hello hello -> {
        greetings.add(hello);
        to.send(new Welcome(version, new UUID(1, 2)));
      }
      case SetCall call -> {
        set.add(call.media());
        to.send(new Ports(call.number(), new CallPorts(List.of())));
      }
      case AskFigures ask -> to.send(new Figures(ask.number(), EngineFigures.NONE));
      default -> throw new AssertionError("unexpected " + message);
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    Link last = link;
    if (last != null) {
      last.close();
    }
    thread.join();
  }
}
