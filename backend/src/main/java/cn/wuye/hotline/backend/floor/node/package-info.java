/**
 * This node's part of what goes on, and how nodes tell each other theirs: each listens to the
 * others' streams, whose addresses it knows from the database.
 */
@NullMarked
package cn.wuye.hotline.backend.floor.node;

import org.jspecify.annotations.NullMarked;
