-- Asks for every path in turn, and looks at the headers of every answer. Run by tools/load.py.
local paths, wanted, at = {}, {}, 0

function setup(thread)
  threads = threads or {}
  table.insert(threads, thread)
end

function init(arguments)
  wrong, seen, other = 0, 0, 0
  for line in io.lines(arguments[1]) do
    table.insert(paths, wrk.format("GET", line, { ["Accept-Encoding"] = "br" }))
  end
  for line in io.lines(arguments[2]) do
    local name, value = line:match("^(.-): (.*)$")
    wanted[name] = value
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function response(status, headers)
  seen = seen + 1
  if status ~= 200 then other = other + 1 end
  for name, value in pairs(wanted) do
    if headers[name] ~= value then
      wrong = wrong + 1
      break
    end
  end
end

function done(summary, latency)
  local total = { seen = 0, wrong = 0, other = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(total) do total[name] = total[name] + thread:get(name) end
  end
  local errors = summary.errors
  print(string.format("requests %d", summary.requests))
  print(string.format("seconds %.1f", summary.duration / 1e6))
  print(string.format("median-ms %.2f", latency:percentile(50) / 1e3))
  print(string.format("p99-ms %.2f", latency:percentile(99) / 1e3))
  print(string.format("errors %d", errors.connect + errors.read + errors.write + errors.status + errors.timeout))
  print(string.format("not-200 %d", total.other))
  print(string.format("wrong-headers %d", total.wrong))
end
