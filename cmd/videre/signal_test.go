//go:build !windows

package main

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"testing"
)

// held starts the command and returns when it stands at the operation named.
func held(t *testing.T, folder, what string) (cmd *exec.Cmd, rest io.Reader, trouble *bytes.Buffer) {
	t.Helper()
	cmd, trouble = program(t, folder, what), &bytes.Buffer{}
	cmd.Stderr = trouble
	if _, err := cmd.StdinPipe(); err != nil { // stays open
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	if line, err := lines.ReadString('\n'); line != holding+"\n" {
		t.Fatalf("%q, %v", line, err)
	}
	return cmd, lines, trouble
}

func TestCtrlCFinishesWhatIsUnderWay(t *testing.T) {
	input, want := few(t, 4)
	folder := copied(t, input)
	cmd, rest, trouble := held(t, folder, "hold 14")
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, rest); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it exits with a status
	copies := finished(t, folder, trouble.String(), want)
	if cmd.ProcessState.ExitCode() != statusBroke || copies < 1 {
		t.Errorf("%v, %d copies", cmd.ProcessState, copies)
	}
	completed(t, folder, want)
}

// TestASecondCtrlCEndsTheRun interrupts a run that never finishes what is under way,
// until it ends: the first is heeded without ending it, as the test above shows.
func TestASecondCtrlCEndsTheRun(t *testing.T) {
	input, want := few(t, 4)
	folder := copied(t, input)
	cmd, _, _ := held(t, folder, "hang 14")
	ended := make(chan error)
	go func() { ended <- cmd.Wait() }()
	for running := true; running; {
		select {
		case <-ended:
			running = false
		default:
			_ = cmd.Process.Signal(os.Interrupt) // it may just have ended
		}
	}
	if cmd.ProcessState.Exited() {
		t.Errorf("it ended by itself: %v", cmd.ProcessState)
	}
	completed(t, folder, want)
}
