package org.comuta.portal.certificate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.certificate.KeyKind;
import org.comuta.certificate.NewCertificate;
import org.comuta.certificate.Subject;
import org.jspecify.annotations.Nullable;

/** A certificate or a request as typed. One view each. */
public class NewCertificateModel implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private KeyKind key = KeyKind.EC_P256;
  private String commonName = "";
  private String organization = "";
  private String organizationalUnit = "";
  private String locality = "";
  private String state = "";
  private String country = "";
  private String email = "";
  private String alternativeNames = "";
  private int days = 397;

  NewCertificate wanted() {
    List<String> names =
        Stream.of(alternativeNames.split("[\\s,;]+")).filter(one -> !one.isEmpty()).toList();
    return new NewCertificate(
        key,
        new Subject(
            commonName.strip(),
            organization.strip(),
            organizationalUnit.strip(),
            locality.strip(),
            state.strip(),
            country.strip(),
            email.strip()),
        names,
        days);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = text(name).strip();
  }

  public KeyKind getKey() {
    return key;
  }

  public void setKey(KeyKind key) {
    this.key = key;
  }

  public String getCommonName() {
    return commonName;
  }

  public void setCommonName(@Nullable String commonName) {
    this.commonName = text(commonName);
  }

  public String getOrganization() {
    return organization;
  }

  public void setOrganization(@Nullable String organization) {
    this.organization = text(organization);
  }

  public String getOrganizationalUnit() {
    return organizationalUnit;
  }

  public void setOrganizationalUnit(@Nullable String organizationalUnit) {
    this.organizationalUnit = text(organizationalUnit);
  }

  public String getLocality() {
    return locality;
  }

  public void setLocality(@Nullable String locality) {
    this.locality = text(locality);
  }

  public String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = text(state);
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(@Nullable String country) {
    this.country = text(country);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = text(email);
  }

  public String getAlternativeNames() {
    return alternativeNames;
  }

  public void setAlternativeNames(@Nullable String alternativeNames) {
    this.alternativeNames = text(alternativeNames);
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
