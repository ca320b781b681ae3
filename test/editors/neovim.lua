-- Does in Neovim what a user would do, and writes what they would see as JSON. Everything is waited for, nothing slept.
local buf = vim.api.nvim_get_current_buf()
local asked = vim.json.decode(vim.env.NETSETUP_CHECK)
local seen = { missed = {} }

local function wait(what, condition)
  if not vim.wait(8000, condition, 10) then
    table.insert(seen.missed, what)
  end
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return vim.api.nvim_win_get_buf(window)
    end
  end
end

local function lenses()
  local found = {}
  for name, namespace in pairs(vim.api.nvim_get_namespaces()) do
    if name:match('^vim_lsp_codelens') then
      for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(buf, namespace, 0, -1, { details = true })) do
        local text = ''
        for _, chunk in ipairs(mark[4].virt_text) do
          text = text .. chunk[1]
        end
        table.insert(found, { line = mark[2] + 1, text = text })
      end
    end
  end
  return found
end

local function problems()
  return vim.tbl_map(function(each)
    return { line = each.lnum + 1, code = each.code, severity = each.severity, source = each.source }
  end, vim.diagnostic.get(buf))
end

local function list()
  return vim.tbl_map(function(each)
    return { line = each.lnum, text = each.text }
  end, vim.fn.getqflist())
end

local function go(place)
  local line, text = unpack(place)
  local before = vim.fn.getline(line):match('^(.*)' .. vim.pesc(text))
  vim.api.nvim_win_set_cursor(0, { line, #before })
end

local function keys(typed)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(typed, true, false, true), 'xt', false)
end

wait('problems', function() return #problems() > 0 end)
seen.filetype = vim.bo[buf].filetype
seen.encoding = vim.bo[buf].fileencoding
seen.problems = problems()

wait('lenses', function() return #lenses() > 0 end)
seen.lenses = lenses()

go(asked.at)
keys('K')
wait('hover', float)
seen.hover = float() and vim.api.nvim_buf_get_lines(float(), 0, -1, false)

go(asked.of)
keys('gr')
wait('references', function() return #list() > 0 end)
seen.references = list()
vim.fn.setqflist({})
vim.cmd('cclose')

keys('gO')
wait('outline', function() return #list() > 0 end)
seen.outline = list()
vim.cmd('cclose')

-- An edit changes the problems, and undoing it brings them back.
local text = vim.api.nvim_buf_get_lines(buf, 0, -1, false)
vim.api.nvim_buf_set_lines(buf, 0, -1, false, {})
wait('no problems', function() return #problems() == 0 end)
vim.api.nvim_buf_set_lines(buf, 0, -1, false, text)
wait('problems again', function() return #problems() > 0 end)
seen.again = problems()

seen.messages = vim.fn.execute('messages')
seen.errmsg = vim.v.errmsg
vim.fn.writefile({ vim.json.encode(seen) }, asked.answer)
vim.cmd('quitall!')
