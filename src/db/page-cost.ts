/**
 * What it costs to read a page out of order, where to read the next one costs 1: there are no disks that turn under a forum any
 * more, and its tables fit into memory. With the usual 4 a query that was planned while a table had two pages goes on reading
 * all of it when it has two hundred.
 */
export const costOfPage = 1.1;
