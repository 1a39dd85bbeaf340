/** What browsers and providers of identities ask for while somebody signs in or out by one. */
package org.comuta.portal.provider;
