/**
 * Phrases of dialects that no model was made for, spelled in the sounds of the model there is: the
 * spellings are found from samples, and heard beside what hears the caller anyway.
 */
@NullMarked
package cn.wuye.hotline.ivr.learning;

import org.jspecify.annotations.NullMarked;
