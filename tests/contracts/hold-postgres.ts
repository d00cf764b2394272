import { startPostgres } from './a-postgres.ts';

/* Starts a server, tells its process id, and holds it until this process is killed. */
const server = await startPostgres();
const [row] = await server.run("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid");
console.log(row?.['pid']);
setInterval(() => {}, 60_000);
