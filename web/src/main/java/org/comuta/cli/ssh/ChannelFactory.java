package org.comuta.cli.ssh;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.apache.sshd.server.channel.ChannelSession;
import org.comuta.cli.Command;
import org.comuta.cli.CommandLine;
import org.comuta.cli.LoopbackApi;
import org.comuta.cli.Session;
import org.jspecify.annotations.Nullable;

/** Makes what runs in a channel. Any thread. */
final class ChannelFactory {
  private final List<Command> commands;
  private final HttpClient http;
  private final URI portal;

  ChannelFactory(List<Command> commands, HttpClient http, URI portal) {
    this.commands = commands;
    this.http = http;
    this.portal = portal;
  }

  /** For one who types line after line. */
  CommandChannel shell(ChannelSession channel) {
    return new CommandChannel(this, user(channel), null);
  }

  /** For one line, as a program sends it. */
  CommandChannel command(ChannelSession channel, String line) {
    return new CommandChannel(this, user(channel), line);
  }

  /** The command line for somebody; it asks the API who that is to it. */
  CommandLine begin(SignedInUser user, @Nullable String language) {
    Session session =
        Session.begin(
            user.user().name(), tag -> new LoopbackApi(http, portal, user.secret(), tag), language);
    return new CommandLine(session, commands);
  }

  private static SignedInUser user(ChannelSession channel) {
    SignedInUser user = channel.getSession().getAttribute(SignedInUser.KEY);
    if (user == null) {
      throw new IllegalStateException("A channel was opened by nobody");
    }
    return user;
  }
}
