/** The portal: one bean a page, the texts of three languages beside them. */
package org.comuta.portal;
