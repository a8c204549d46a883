// Follows a socket with npm's ws, and tells on its output what happens: a line of JSON each.
// node follow.js FOLDER_OF_WS URL
// Lines of its input: "cut" breaks the connection off, and it comes back where it was; "end" closes it;
// anything else is said to the server.
const WebSocket = require(process.argv[2]);
const url = process.argv[3];
let lastId = '';
let over = false;
let socket;

const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');

function connect() {
  const resume = lastId && (url.includes('?') ? '&' : '?') + 'lastEventId=' + lastId;
  socket = new WebSocket(url + resume);
  socket.on('open', () => tell({ happened: 'open' }));
  socket.on('ping', () => tell({ happened: 'ping' }));
  socket.on('error', (error) => tell({ happened: 'error', message: error.message }));
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString());
    lastId = message.id ?? lastId;
    tell({ happened: 'message', message });
  });
  socket.on('close', (code) => {
    tell({ happened: 'close', code });
    if (over || code === 1000) {
      process.exit(0);
    }
    connect();
  });
}

connect();
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'cut' && socket.readyState === WebSocket.OPEN) {
    socket.terminate();
  } else if (line === 'cut') {
    socket.once('open', () => socket.terminate());
  } else if (line === 'end') {
    over = true;
    socket.close(1000);
  } else {
    socket.send(line);
  }
}).on('close', () => process.exit(0));
