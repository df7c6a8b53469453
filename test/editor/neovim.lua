-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
--
-- What a user does in Neovim, without the user. Run with `nvim --headless`; the
-- server's command is in the environment. What else it finds does not matter. Exits with 1 when something is not as it
-- should be.

local function waitFor(what, isSo)
  if not vim.wait(60000, isSo, 50) then
    error("this never came: " .. what)
  end
end

local function codes()
  local names = {}
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if vim.startswith(tostring(found.code), "async-") then
      table.insert(names, found.code)
    end
  end
  table.sort(names)
  return table.concat(names, " ")
end

local function lineWith(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    if line:find(text, 1, true) then
      return number
    end
  end
  error("there is no line with " .. text)
end

local function session()
  local client = vim.lsp.start_client({
    name = "async-tidy",
    cmd = vim.split(os.getenv("SERVER"), " "),
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  waitFor("both findings", function()
    return codes() == "async-blocking-call async-unawaited-task"
  end)

  local bug = lineWith("sleep_for")
  vim.api.nvim_buf_set_lines(0, bug - 1, bug, true, {})
  waitFor("one finding less", function()
    return codes() == "async-unawaited-task"
  end)

  vim.api.nvim_win_set_cursor(0, { lineWith("  greet();"), 3 })
  local parameters = vim.lsp.util.make_range_params()
  parameters.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", parameters, 10000)
  local action = vim.tbl_filter(function(offered)
    return offered.edit ~= nil
  end, answers[client].result)[1]
  assert(action.title:match("^insert 'co_await ?'$"), "the title is " .. action.title)
  local encoding = vim.lsp.get_client_by_id(client).offset_encoding
  vim.lsp.util.apply_workspace_edit(action.edit, encoding)
  waitFor("no finding", function()
    return codes() == ""
  end)
  vim.cmd("write")
end

local isWell, problem = pcall(session)
if isWell then
  vim.cmd("qall!")
else
  io.stderr:write(tostring(problem) .. "\n")
  vim.cmd("cquit 1")
end
