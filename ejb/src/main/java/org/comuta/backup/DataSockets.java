package org.comuta.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of data connections of FTP, which say that they lead to the port of the control
 * connection: JSSE knows sessions by host and port, and so finds the one that is to be resumed. Any
 * thread.
 */
final class DataSockets extends SocketFactory {
  private final int controlPort;

  DataSockets(int controlPort) {
    this.controlPort = controlPort;
  }

  private final class DataSocket extends Socket {
    @Override
    public int getPort() {
      return isConnected() ? controlPort : 0;
    }
  }

  @Override
  public Socket createSocket() {
    return new DataSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private Socket connected(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  /** The same for connections that the server makes. */
  ServerSocketFactory accepting() {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 1);
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return new DataServerSocket(port, backlog, null);
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress local)
          throws IOException {
        return new DataServerSocket(port, backlog, local);
      }
    };
  }

  private final class DataServerSocket extends ServerSocket {
    DataServerSocket(int port, int backlog, @Nullable InetAddress local) throws IOException {
      super(port, backlog, local);
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket = createSocket();
      implAccept(socket);
      return socket;
    }
  }
}
