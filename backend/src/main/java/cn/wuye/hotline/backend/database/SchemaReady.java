package cn.wuye.hotline.backend.database;

/**
 * The database is there and its schema is up to date. Published once in the life of the
 * application, on a thread of its own: whoever needs the database at the start does it then, not
 * before.
 */
public record SchemaReady() {}
