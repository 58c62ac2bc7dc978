/** What surveys have brought, by whose work they asked about. */
@NullMarked
package cn.wuye.hotline.backend.survey.figures;

import org.jspecify.annotations.NullMarked;
