/** Points that residents are thanked with where their estate uses them: rule, ledger, balance. */
@NullMarked
package cn.wuye.hotline.backend.points;

import org.jspecify.annotations.NullMarked;
