/** The look of the components of PrimeFaces in our colours, light and dark. */
package org.comuta.portal.theme;
