// Questions to the server. What goes wrong is an Error with words for the reader.

const kTries = 4;  // while the server is busy
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export async function ask(path, parameters, signal) {
  const url = path + (parameters && parameters.size > 0 ? "?" + parameters : "");
  for (let trial = 1; ; ++trial) {
    let response;
    try {
      response = await fetch(url, {signal, headers: {Accept: "application/json"}});
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Error("The server does not answer. It may have been stopped.");
    }
    if (response.status === 503 && trial < kTries) {
      await pause(1000 * (Number(response.headers.get("Retry-After")) || 1));
      continue;
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) return answer;
    const told = answer?.error;
    throw new Error(told ? told.message + (told.hint ? " (" + told.hint + ")" : "") : "The server answered " + response.status + ".");
  }
}
