/** The page of certificates. */
package org.comuta.portal.certificate;
