#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""offered.py SHELL FILE LINE...: what the shell makes of each line when all that can
stand there is asked for, with the completions of FILE. Prints 'LINE -> ARGUMENTS'.

bash and zsh only complete for people, so they get a terminal.
"""

import os
import pathlib
import pty
import subprocess
import sys
import tty

# In both, Control-O completes (bash puts all that it offers into the line), and the
# command is a function that shows its arguments.
BASH = r"""
source {file}
async-tidy() {{ printf '%s\n' "RESULT $*"; }}
bind '"\C-o": insert-completions'
bind 'set enable-bracketed-paste off'
"""
ZSH = r"""
autoload -Uz compinit && compinit -u -D
fpath=({folder} $fpath)
autoload -Uz {name} && compdef {name} async-tidy
async-tidy() {{ print -r -- "RESULT $*"; }}
bindkey '^O' complete-word
setopt no_nomatch
"""


def typed(command, start, lines):
    """What is shown when the lines are typed into a shell with a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="dumb", PS1="", HISTFILE="/dev/null")
        os.execvp(command[0], command)
    tty.setraw(terminal) # so that Control-O is no request to the terminal
    text = start + "".join(f"{line}\x0f\n" for line in lines) + "exit\n"
    os.write(terminal, text.encode())
    shown = b""
    try:
        while block := os.read(terminal, 4096):
            shown += block
    except OSError:  # how Linux says that the shell has gone
        pass
    os.waitpid(child, 0)
    return shown.decode(errors="replace").replace("\r", "")


def main():
    shell, file, lines = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    if shell == "fish":
        for line in lines:
            script = f"source {file}; complete -C '{line}'"
            offered = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, check=True)
            print(f"{line} -> {' '.join(offered.stdout.split())}")
        return
    if shell == "bash":
        command, start = ["bash", "--norc", "--noprofile", "-i"], BASH.format(file=file)
    else:
        command, start = ["zsh", "-f", "-i"], ZSH.format(folder=file.parent, name=file.name)
    shown = typed(command, start, lines)
    results = [line.split("RESULT ", 1)[1] for line in shown.splitlines() if line.startswith("RESULT ")]
    if len(results) != len(lines):
        sys.exit(f"no result for each line:\n{shown}")
    for line, result in zip(lines, results):
        print(f"{line} -> {result}")


if __name__ == "__main__":
    main()
