package org.comuta.description;

/**
 * What rules say beyond the description of a field, for texts in the reader's language. Each has
 * its text in the portal; the numbers in braces there stand for the arguments named here.
 */
public enum Rule {
  /** A text has a control character, at a position. */
  CONTROL_CHARACTER,
  /** A text has half a surrogate pair, at a position. */
  HALF_CHARACTER,
  /** A filter of numbers that cannot be read, at a position. */
  NUMBER_FILTER,
  /** A rewrite of numbers that cannot be read, at a position. */
  NUMBER_REWRITE,
  /** Only the proxies shall be used, and there are none. */
  NAP_NEEDS_PROXY,
  /** What calls are known by stands for another NAP, named, already. */
  NAP_TAKEN,
  /** A transport, named, that needs an interface. */
  INTERFACE_NEEDED,
  /** An interface, named, is disabled. */
  INTERFACE_DISABLED,
  /** An interface, named, lacks a service, named. */
  INTERFACE_WITHOUT_SERVICE,
  /** An interface, named, has no port for a transport, named. */
  INTERFACE_WITHOUT_TRANSPORT,
  /** An interface, named, is of another family than an address, named. */
  INTERFACE_OF_OTHER_FAMILY,
  /** SIP at an interface without a port. */
  INTERFACE_WITHOUT_PORT,
  /** A port, told by transport and address, is of another interface, named. */
  INTERFACE_PORT_TAKEN,
  /** A port, told by transport and address, is where the server itself listens. */
  INTERFACE_PORT_OF_SERVER,
  /** A port, told by transport and address, cannot be opened, for a reason, told. */
  INTERFACE_PORT_CLOSED,
  /** Whoever applies would be shut out: an interface, named, would not let a service, named, in. */
  INTERFACE_SHUTS_OUT,
  /** An address, told, that is not of one host alone. */
  ADDRESS_OF_MANY,
  /** The first port of media is even, and at least a number, told. */
  MEDIA_PORT_FIRST,
  /** The last port of media is odd and above the first. */
  MEDIA_PORT_LAST,
  /** A host name, named, has no address now. */
  NAP_WITHOUT_ADDRESS,
  /** The route's NAP, named, is disabled. */
  ROUTE_NAP_DISABLED,
  LINE_EMPTY,
  /** More characters than this many. */
  LINE_TOO_LONG,
  LINE_CONTROL,
  LINE_UNFINISHED,
  /** More fields than this many. */
  LINE_TOO_MANY_FIELDS,
  /** A field, named, that no record has. */
  LINE_UNKNOWN_FIELD,
  /** A pattern for a field, named, that is no time. */
  LINE_NO_TIME,
  /** A pattern of time, told, that is none. */
  LINE_WRONG_TIME,
  /** A word, told, that stands for no event. */
  EVENT_UNKNOWN,
  /** A word, told, that stands for no condition of an alarm. */
  CONDITION_UNKNOWN,
  URL_BROKEN,
  URL_NOT_HTTPS,
  URL_WITHOUT_HOST,
  URL_WITH_PASSWORD,
  /** An address of this machine or its link. */
  URL_LOCAL,
  /** A distinguished name that is none. */
  DN,
  /** A filter of LDAP without its placeholders, named. */
  LDAP_FILTER_WITHOUT,
  /** A filter of LDAP that cannot be read. */
  LDAP_FILTER,
  ATTRIBUTE_NAME,
  /** Passwords would leave this machine as they are. */
  PASSWORDS_IN_THE_CLEAR,
  /** No group gives a role to anybody. */
  NOBODY_HAS_A_ROLE,
  /** A time that is longer than the one it is a part of. */
  LONGER_THAN_THE_LIMIT,
  ISSUER_ADDRESS,
  PORTAL_ADDRESS,
  /** The scope without which there is no identity is missing. */
  SCOPE_MISSING,
  SCOPE_WORDS,
  DOMAIN_NAMES
}
