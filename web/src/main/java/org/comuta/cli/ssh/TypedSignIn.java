package org.comuta.cli.ssh;

import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.auth.AbstractUserAuthFactory;
import org.apache.sshd.server.auth.UserAuth;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by what is typed, RFC 4256: a password and then, only for who has a second factor, its
 * code.
 */
final class TypedSignIn extends UserAuthKeyboardInteractive {
  private static final int LONGEST_QUESTION = 128;

  private final SignInOverSsh signIn;
  private boolean codeAsked;

  private TypedSignIn(SignInOverSsh signIn) {
    this.signIn = signIn;
  }

  /** Makes one for each try. */
  static final class Factory extends AbstractUserAuthFactory {
    private final SignInOverSsh signIn;

    Factory(SignInOverSsh signIn) {
      super(UserAuthKeyboardInteractiveFactory.NAME);
      this.signIn = signIn;
    }

    @Override
    public UserAuth createUserAuth(ServerSession session) {
      return new TypedSignIn(signIn);
    }
  }

  @Override
  protected @Nullable Boolean doInitialAuth(
      ServerSession session, String name, KeyboardInteractiveAuthenticator none, Buffer buffer)
      throws Exception {
    ask(session, "Password: ");
    return null;
  }

  @Override
  protected @Nullable Boolean doValidateAuthResponse(
      ServerSession session, String name, KeyboardInteractiveAuthenticator none, Buffer buffer)
      throws Exception {
    int command = buffer.getUByte();
    if (command != SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE || buffer.getInt() != 1) {
      throw new SshException("One answer was expected");
    }
    String typed = buffer.getString();
    SignInOverSsh.Verdict verdict =
        codeAsked
            ? signIn.withCode(name, typed, session)
            : signIn.withPassword(name, typed, session);
    if (verdict == SignInOverSsh.Verdict.CODE_NEEDED) {
      codeAsked = true;
      ask(session, "Code: ");
      return null;
    }
    return verdict == SignInOverSsh.Verdict.WELCOME;
  }

  private static void ask(ServerSession session, String question) throws Exception {
    InteractiveChallenge challenge = new InteractiveChallenge();
    challenge.setInteractionName("");
    challenge.setInteractionInstruction("");
    challenge.setLanguageTag("");
    challenge.addPrompt(question, false);
    Buffer request =
        session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST, LONGEST_QUESTION);
    challenge.append(request);
    session.writePacket(request);
  }
}
