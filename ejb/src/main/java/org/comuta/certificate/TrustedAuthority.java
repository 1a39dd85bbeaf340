package org.comuta.certificate;

/** An authority whose signature is trusted, beside those that Java trusts. Words of the API. */
public record TrustedAuthority(String name, CertificateDetails certificate) {}
