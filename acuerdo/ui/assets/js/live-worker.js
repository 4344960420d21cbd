// One stream for all tabs of a browser. A tab says hello with its token and its age; every word goes to every tab.
import { Stream } from "./stream.js";

const ports = new Set();
let stream = null;

const tell = (word) => {
  if (word.end) stream = null;
  ports.forEach((port) => port.postMessage(word));
};

addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.bye) {
      ports.delete(port);
      return;
    }
    ports.add(port);
    if (stream) stream.since(data.age).forEach((word) => port.postMessage(word));
    else stream = new Stream(data.token, tell);
  };
});
