/**
 * Loaded before the server in the demonstration's child process: when the process that started it is gone, however
 * it went, the house stops in order as it does on Ctrl-C.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening to a channel keeps a process alive; the house decides itself how long it lives.
process.channel?.unref();
