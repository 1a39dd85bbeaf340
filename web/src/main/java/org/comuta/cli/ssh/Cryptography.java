package org.comuta.cli.ssh;

import java.security.Provider;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.compression.Compression;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.random.JceRandomFactory;
import org.apache.sshd.common.random.SingletonRandomFactory;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.security.SecurityProviderChoice;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.bouncycastle.BouncyCastleSecurityProviderRegistrar;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What the server takes: only algorithms that are held to be safe today, the best first. */
final class Cryptography {
  private Cryptography() {}

  /**
   * Gives the library its provider for Ed25519. Known to the library alone: the Java machine, which
   * others share, gets no new provider.
   */
  static void prepare() {
    Provider provider = new BouncyCastleProvider();
    SecurityUtils.setDefaultProviderChoice(
        SecurityProviderChoice.toSecurityProviderChoice(provider));
    SecurityUtils.registerSecurityProvider(
        new BouncyCastleSecurityProviderRegistrar() {
          @Override
          public boolean isNamedProviderUsed() {
            return false;
          }

          @Override
          public Provider getSecurityProvider() {
            return provider;
          }
        });
  }

  static void restrict(SshServer server) {
    server.setRandomFactory(new SingletonRandomFactory(JceRandomFactory.INSTANCE));
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            true,
            List.of(
                BuiltinDHFactories.mlkem768x25519,
                BuiltinDHFactories.sntrup761x25519,
                BuiltinDHFactories.sntrup761x25519_openssh,
                BuiltinDHFactories.curve25519,
                BuiltinDHFactories.curve25519_libssh,
                BuiltinDHFactories.ecdhp521,
                BuiltinDHFactories.ecdhp384,
                BuiltinDHFactories.ecdhp256,
                BuiltinDHFactories.dhg18_512,
                BuiltinDHFactories.dhg16_512),
            ServerBuilder.DH2KEX));
    server.setCipherFactories(
        List.<NamedFactory<Cipher>>copyOf(
            NamedFactory.setUpBuiltinFactories(
                true,
                List.of(
                    BuiltinCiphers.cc20p1305_openssh,
                    BuiltinCiphers.aes256gcm,
                    BuiltinCiphers.aes128gcm,
                    BuiltinCiphers.aes256ctr,
                    BuiltinCiphers.aes128ctr))));
    server.setMacFactories(
        List.<NamedFactory<Mac>>copyOf(
            NamedFactory.setUpBuiltinFactories(
                true, List.of(BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256etm))));
    server.setSignatureFactories(
        List.<NamedFactory<Signature>>copyOf(
            NamedFactory.setUpBuiltinFactories(
                true,
                List.of(
                    BuiltinSignatures.ed25519,
                    BuiltinSignatures.nistp521,
                    BuiltinSignatures.nistp384,
                    BuiltinSignatures.nistp256,
                    BuiltinSignatures.rsaSHA512,
                    BuiltinSignatures.rsaSHA256))));
    server.setCompressionFactories(
        List.<NamedFactory<Compression>>copyOf(
            NamedFactory.setUpBuiltinFactories(true, List.of(BuiltinCompressions.none))));
  }
}
